"""Runs a program and writes what it cost to a file descriptor. A process of its own, because the peak memory of a child
begins at that of the process that started it."""
import json
import os
import sys
import time


def main():
    begin = time.monotonic()
    child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
    _, status, usage = os.wait4(child, 0)
    cost = {"seconds": round(time.monotonic() - begin, 3), "cpu_seconds": round(usage.ru_utime + usage.ru_stime, 3),
            "peak_mib": round(usage.ru_maxrss / 1024, 1), "exit": os.waitstatus_to_exitcode(status)}
    os.write(int(sys.argv[1]), json.dumps(cost).encode())


if __name__ == "__main__":
    main()
