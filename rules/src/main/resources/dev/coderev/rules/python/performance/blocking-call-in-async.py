import asyncio
import subprocess
import time
from time import sleep

import requests


async def poll(url):
    # ruleid: python.performance.blocking-call-in-async
    time.sleep(1)
    # ruleid: python.performance.blocking-call-in-async
    sleep(1)
    # ruleid: python.performance.blocking-call-in-async
    page = requests.get(url, timeout=3)
    # ruleid: python.performance.blocking-call-in-async
    subprocess.run(["sync"], check=True)
    # ok: python.performance.blocking-call-in-async
    await asyncio.sleep(1)
    # ok: python.performance.blocking-call-in-async
    await asyncio.to_thread(time.sleep, 1)
    return page


def wait():
    # ok: python.performance.blocking-call-in-async
    time.sleep(1)
