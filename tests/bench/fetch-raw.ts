import { get } from "node:http";

/** Of one moment or one connection: node writes its own. */
const notCopied = new Set(["date", "connection", "keep-alive", "transfer-encoding"]);

export type Answer = { status: number; headers: Record<string, string>; body: Buffer };

/** One answer as it comes over the line. */
export function fetchRaw(
  port: number,
  address: string,
  headers: Record<string, string>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port,
      path: address,
      headers: { host: `localhost:${port}`, ...headers },
    };
    get(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const kept: Record<string, string> = {};
        for (let index = 0; index < response.rawHeaders.length; index += 2) {
          const name = response.rawHeaders[index]!.toLowerCase();
          if (!notCopied.has(name)) kept[name] = response.rawHeaders[index + 1]!;
        }
        resolve({ status: response.statusCode!, headers: kept, body: Buffer.concat(chunks) });
      });
    }).on("error", reject);
  });
}
