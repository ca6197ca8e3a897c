-- For wrk: sends the requests of a file (whole HTTP messages with a NUL between them) in turn, at a
-- steady rate if one is given, and prints what happened as one line of JSON.
-- Arguments: file, number of the first request, requests a second (0: as many as possible)
local ffi = require("ffi")
ffi.cdef [[
  typedef struct { long seconds; long nanoseconds; } moment;
  int clock_gettime(int clock, moment *into);
]]

local requests, position = {}, 0

local function milliseconds()
  local now = ffi.new("moment")
  ffi.C.clock_gettime(1, now)
  return tonumber(now.seconds) * 1000 + tonumber(now.nanoseconds) / 1e6
end

function init(arguments)
  local file = assert(io.open(arguments[1], "rb"))
  for one in file:read("*a"):gmatch("[^%z]+") do requests[#requests + 1] = one end
  file:close()
  position = tonumber(arguments[2])
  local rate = tonumber(arguments[3])
  if rate == 0 then return end
  local due = milliseconds()
  delay = function()
    due = due + 1000 / rate
    return math.max(0, math.floor(due - milliseconds()))
  end
end

function request()
  position = position % #requests + 1
  return requests[position]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"seconds":%f,"p50":%f,"p99":%f,"refused":%d,"broken":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
