-- One kind of request, given by the environment; `{n}` in the path counts from 1 to 10,000. Prints one line of JSON at the end.
wrk.method = os.getenv("BENCH_METHOD") or "GET"
wrk.body = os.getenv("BENCH_BODY")
if wrk.body then wrk.headers["Content-Type"] = "application/json" end
if os.getenv("BENCH_TOKEN") then wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN") end

if os.getenv("BENCH_CLOSE") then wrk.headers["Connection"] = "close" end
local depth = tonumber(os.getenv("BENCH_DEPTH") or "1")

local before, after = os.getenv("BENCH_PATH"):match("^(.-){n}(.*)$")
if before then
    local n = 0
    request = function()
        n = n % 10000 + 1
        return wrk.format(nil, before .. n .. after)
    end
else
    local fixed
    request = function()
        fixed = fixed or wrk.format(nil, os.getenv("BENCH_PATH")):rep(depth)
        return fixed
    end
end

-- wrk takes the time of whole batches where requests are pipelined, and corrects it for an omission that is none: 0 says that nothing was measured.
local function milliseconds(latency, percentile) return depth == 1 and latency:percentile(percentile) / 1e3 or 0 end

done = function(summary, latency)
    local errors = summary.errors
    io.write(string.format('\n{"requests": %d, "seconds": %f, "p50_ms": %f, "p99_ms": %f, "errors": %d}\n', summary.requests, summary.duration / 1e6,
        milliseconds(latency, 50), milliseconds(latency, 99), errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
