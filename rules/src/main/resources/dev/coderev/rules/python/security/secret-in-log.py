import logging
import sys

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


def further(app, client, ssn, level):
    # ruleid: python.security.secret-in-log
    app.logger.log(level, "new client %s", client.client_secret)
    # ruleid: python.security.secret-in-log
    sys.stdout.write(get_password())
    # ruleid: python.security.secret-in-log
    print("number: %s" % ssn)
    # ruleid: python.security.secret-in-log
    logging.root.error("card %s was refused", client.credit_card_number)
    # ok: python.security.secret-in-log
    app.logger.log(level, "new client %s", client.client_secret_name)
    # ok: python.security.secret-in-log
    print("sessions: %s" % client.session)
    # ok: python.security.secret-in-log
    app.cache.info("found", ssn)
