package remote

import (
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
