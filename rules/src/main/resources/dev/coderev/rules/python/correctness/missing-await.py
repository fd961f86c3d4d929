import asyncio


async def save(order):
    await asyncio.sleep(0)


class Shop:
    async def notify(self, order):
        await asyncio.sleep(0)

    def count(self):
        return 1

    async def close(self, order):
        # ruleid: python.correctness.missing-await
        self.notify(order)
        # ok: python.correctness.missing-await
        await self.notify(order)
        # ok: python.correctness.missing-await
        self.count()


async def checkout(order):
    # ruleid: python.correctness.missing-await
    save(order)
    # ok: python.correctness.missing-await
    await save(order)
    # ok: python.correctness.missing-await
    task = asyncio.create_task(save(order))
    # ok: python.correctness.missing-await
    await asyncio.gather(save(order), save(order))
    # ok: python.correctness.missing-await
    later = save(order)
    # ok: python.correctness.missing-await
    print(order)
    return task, later
