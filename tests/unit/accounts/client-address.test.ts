import { describe, expect, it } from "vitest";
import { clientNetwork } from "@/lib/accounts/client-address";

const from = (address: string) => clientNetwork(new Headers({ "x-forwarded-for": address }));

describe("the network a request is counted for", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["spoofed, 203.0.113.7", "203.0.113.7"],
    ["", "unknown"],
    ["nonsense", "unknown"],
  ])("%j counts for %j", (address, network) => {
    expect(from(address)).toBe(network);
  });

  it("two addresses of one household count together", () => {
    expect(from("2001:db8:1:2::a")).toBe(from("2001:db8:1:2:ffff::b"));
    expect(from("2001:db8:1:2::a")).not.toBe(from("2001:db8:1:3::a"));
  });
});
