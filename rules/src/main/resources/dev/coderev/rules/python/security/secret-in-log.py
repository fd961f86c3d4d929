import logging

log = logging.getLogger(__name__)


def login(user, password, config):
    # ruleid: python.security.secret-in-log
    log.info("login %s %s", user, password)
    # ruleid: python.security.secret-in-log
    logging.debug(f"using {config.api_key}")
    # ruleid: python.security.secret-in-log
    print("password: " + password)
    # ok: python.security.secret-in-log
    log.info("login %s", user)
    # ok: python.security.secret-in-log
    log.info("password was changed by %s", user)
    # ok: python.security.secret-in-log
    log.info("length %d", len(password))
    # ok: python.security.secret-in-log
    print("password:", "*" * 8)
