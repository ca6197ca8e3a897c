/** A server whose launcher was killed goes on running: it is found by its pid file and stopped. */
import { execFile } from "node:child_process";
import { readFile, readlink, realpath, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { runProgram, type Cluster } from "@/lib/db/embedded/cluster";

const run = promisify(execFile);

/** Stops the server that holds the data directory, if there is one; tells whether there was. */
export async function stopOrphan(cluster: Cluster): Promise<boolean> {
  const pidFile = path.join(cluster.data, "postmaster.pid");
  const pid = Number((await readFile(pidFile, "utf8").catch(() => "")).split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (!(await servesFolder(pid, cluster.data))) {
    // After a restart of the machine another program may have this number, and PostgreSQL
    // would take it for a server of its own.
    await rm(pidFile, { force: true });
    return false;
  }
  const stop = (mode: string) =>
    runProgram(cluster, cluster.binaries.pgCtl, ["stop", "-D", cluster.data, "-m", mode, "-w"]);
  await stop("fast").catch(() => stop("immediate"));
  return true;
}

/** Another server, or another program altogether, may have the number by now: its folder tells. */
async function servesFolder(pid: number, data: string): Promise<boolean> {
  if (process.platform === "linux") {
    const [name, folder, wanted] = await Promise.all([
      readFile(`/proc/${pid}/comm`, "utf8").catch(() => ""),
      readlink(`/proc/${pid}/cwd`).catch(() => ""),
      realpath(data),
    ]);
    return name.trim() === "postgres" && folder === wanted;
  }
  const [command, args] =
    process.platform === "win32"
      ? ["tasklist", ["/FI", `PID eq ${pid}`, "/NH"]]
      : ["ps", ["-o", "command=", "-p", String(pid)]];
  const { stdout } = await run(command, args).catch(() => ({ stdout: "" }));
  return stdout.includes("postgres") && (process.platform === "win32" || stdout.includes(data));
}
