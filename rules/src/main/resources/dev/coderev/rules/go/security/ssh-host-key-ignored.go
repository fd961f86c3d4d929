package remote

import (
	"errors"
	"net"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
)

func config(key ssh.PublicKey) {
	_ = &ssh.ClientConfig{
		User: "deploy",
		// ruleid: go.security.ssh-host-key-ignored
		HostKeyCallback: ssh.InsecureIgnoreHostKey(),
	}
	// ok: go.security.ssh-host-key-ignored
	check, _ := knownhosts.New("known_hosts")
	_ = &ssh.ClientConfig{
		// ok: go.security.ssh-host-key-ignored
		HostKeyCallback: check,
	}
	_ = &ssh.ClientConfig{
		// ok: go.security.ssh-host-key-ignored
		HostKeyCallback: ssh.FixedHostKey(key),
	}
}

func accepting() ssh.HostKeyCallback {
	// ruleid: go.security.ssh-host-key-ignored
	return func(host string, remote net.Addr, key ssh.PublicKey) error {
		return nil
	}
}

func refusing(expected ssh.PublicKey) ssh.HostKeyCallback {
	// ok: go.security.ssh-host-key-ignored
	return func(host string, remote net.Addr, key ssh.PublicKey) error {
		if string(key.Marshal()) != string(expected.Marshal()) {
			return errors.New("unknown host key")
		}
		return nil
	}
}
