import os


def connect(open_connection, settings):
    # ruleid: python.security.password-as-literal
    password = "blue-Whale7"
    # ruleid: python.security.password-as-literal
    settings["password"] = "blue-Whale7"
    # ruleid: python.security.password-as-literal
    open_connection(user="app", password="blue-Whale7")
    # ok: python.security.password-as-literal
    password = os.environ["PASSWORD"]
    # ok: python.security.password-as-literal
    password_field = "password"
    # ok: python.security.password-as-literal
    open_connection(user="app", password=password)
    # ok: python.security.password-as-literal
    return {"password": "<password>"}
