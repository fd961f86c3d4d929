import asyncssh
import paramiko
from paramiko import AutoAddPolicy


async def connect(host):
    client = paramiko.SSHClient()
    # ruleid: python.security.ssh-host-key-not-checked
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    # ruleid: python.security.ssh-host-key-not-checked
    client.set_missing_host_key_policy(AutoAddPolicy)
    # ruleid: python.security.ssh-host-key-not-checked
    client.set_missing_host_key_policy(paramiko.WarningPolicy())
    # ruleid: python.security.ssh-host-key-not-checked
    await asyncssh.connect(host, known_hosts=None)
    # ok: python.security.ssh-host-key-not-checked
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    # ok: python.security.ssh-host-key-not-checked
    client.load_system_host_keys()
    # ok: python.security.ssh-host-key-not-checked
    await asyncssh.connect(host)
    return client


def warned(client):
    from paramiko.client import RejectPolicy, WarningPolicy

    # ruleid: python.security.ssh-host-key-not-checked
    client.set_missing_host_key_policy(WarningPolicy)
    # ok: python.security.ssh-host-key-not-checked
    client.set_missing_host_key_policy(RejectPolicy)
