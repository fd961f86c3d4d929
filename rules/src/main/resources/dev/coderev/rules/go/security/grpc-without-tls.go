package client

import (
	"crypto/tls"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

func dial(address string) {
	// ruleid: go.security.grpc-without-tls
	grpc.Dial(address, grpc.WithInsecure())
	// ruleid: go.security.grpc-without-tls
	grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	// ok: go.security.grpc-without-tls
	grpc.NewClient(address, grpc.WithTransportCredentials(credentials.NewTLS(&tls.Config{})))
}
