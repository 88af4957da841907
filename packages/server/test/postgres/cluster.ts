import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A PostgreSQL of the tests' own: a new cluster in a temporary folder, on a free port of loopback. */
export interface Cluster {
  url: string;
  /** Ends it as a loss of power would. What it had written is there when it is started again. */
  kill(): Promise<void>;
  /** Starts it again where it was. */
  start(): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

/** Where the programs are that Debian does not put on the path. */
export function findBinaries(): string | undefined {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root)
    ? readdirSync(root).sort((one, other) => Number(other) - Number(one))
    : [];
  return versions.map((version) => join(root, version, "bin")).find((bin) => existsSync(join(bin, "initdb")));
}

/**
 * @param bin The folder of `initdb` and `postgres`.
 * @param durable Whether it writes to the disk before it answers; most tests only wait for that.
 */
export async function startCluster(bin: string, durable = false): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "notional-postgres-"));
  const user = ownerOf(folder);
  const data = join(folder, "data");
  execFileSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "notional", "--auth=trust", "--no-sync", "-E", "UTF8"],
    {
      stdio: "pipe",
      ...user,
    },
  );
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "max_connections=200", `fsync=${durable ? "on" : "off"}`];
  const args = [
    "-D",
    data,
    "-p",
    String(port),
    "-k",
    folder,
    ...settings.flatMap((setting) => ["-c", setting]),
  ];
  let child = await started(join(bin, "postgres"), args, user);
  const end = async (signal: "SIGINT" | "SIGQUIT"): Promise<void> => {
    if (child.exitCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  };
  return {
    url: `postgres://notional@127.0.0.1:${port}/postgres`,
    kill: () => end("SIGQUIT"),
    async start() {
      child = await started(join(bin, "postgres"), args, user);
    },
    async stop() {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts it, and waits until it can be used. */
async function started(program: string, args: string[], user: object): Promise<ChildProcess> {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], ...user });
  await new Promise<void>((resolve, reject) => {
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("ready to accept connections")) resolve();
    });
    child.once("exit", () => reject(new Error(`PostgreSQL does not start:\n${said}`)));
  });
  return child;
}

/** PostgreSQL does not run as root; where the tests do, it gets the account that its package made. */
function ownerOf(folder: string): { uid: number; gid: number } | object {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  const user = { uid: id("-u"), gid: id("-g") };
  chownSync(folder, user.uid, user.gid);
  return user;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
