import logging

import voice

log = logging.getLogger(__name__)


def report(user):
    # ruleid: python.maintainability.logging-with-format
    log.info(f"hello {user}")
    # ruleid: python.maintainability.logging-with-format
    logging.debug("hello %s" % user)
    # ruleid: python.maintainability.logging-with-format
    log.debug("hello {}".format(user))
    # ok: python.maintainability.logging-with-format
    log.info("hello %s", user)
    # ok: python.maintainability.logging-with-format
    log.error(f"failed for {user}")
    # ok: python.maintainability.logging-with-format
    voice.info(f"hello {user}")
