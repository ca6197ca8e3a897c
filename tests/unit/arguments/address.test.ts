import { describe, expect, test } from "vitest";
import { hrefOf, readAddress } from "@/components/arguments/address";

const path = "/debates/a-debate";

describe("the address of a page with arguments", () => {
  test("A reader who opens the bare page sees both sides, most convincing first", () => {
    expect(readAddress(path, {})).toMatchObject({ sort: "convincing", side: "both", cited: false });
  });

  test("A mistyped address is read as far as it makes sense", () => {
    const address = readAddress(path, {
      sort: "loudest",
      side: ["oppose", "support"],
      open: "42-137<script>",
      reply: "42-137",
      stance: "maybe",
      add: "support",
    });
    expect(address).toMatchObject({ sort: "convincing", side: "oppose", add: "SUPPORT" });
    expect(address.open).toBeUndefined();
    expect(address.stance).toBeUndefined();
    expect(address.reply).toBe("42-137");
  });

  test("What a page reads from its address, it writes back", () => {
    const href = hrefOf(
      readAddress(path, {}),
      { sort: "newest", side: "support", cited: true, open: "1-2", reply: "1-3", stance: "OPPOSE" },
      "reply-1-3",
    );
    const url = new URL(href, "http://localhost");
    expect(url.hash).toBe("#reply-1-3");
    expect(readAddress(path, Object.fromEntries(url.searchParams))).toMatchObject({
      sort: "newest",
      side: "support",
      cited: true,
      open: "1-2",
      reply: "1-3",
      stance: "OPPOSE",
    });
  });

  test("A new order starts both lists again, another side does not", () => {
    const deep = readAddress(path, { "after-support": "s2", "after-oppose": "o3" });
    expect(hrefOf(deep, { sort: "newest" })).toBe(`${path}?sort=newest`);
    expect(hrefOf(deep, { side: "oppose" })).toBe(
      `${path}?side=oppose&after-support=s2&after-oppose=o3`,
    );
  });

  test("Following a link closes what was open or being written, unless it is named", () => {
    const writing = readAddress(path, { open: "1-2", add: "oppose", posted: "1-9" });
    expect(hrefOf(writing, {})).toBe(path);
    expect(hrefOf(writing, { open: writing.open })).toBe(`${path}?open=1-2`);
  });
});
