// Package devdb runs a private PostgreSQL cluster with PostGIS from the
// binaries installed on the machine, so that one command is enough to try the
// register, and tests have a real database.
//
// A cluster is a directory, its home:
//
//	data/         the cluster itself; devdb never deletes it
//	run/          the unix socket, mode 0700; the only way in
//	postgres.log  what the server says
//	start.lock    held while somebody starts or stops the server
//	users.lock    held, shared, by every process that uses the server
//
// The server listens on no network address. It runs in its own session, so
// that Ctrl-C in a terminal and the death of the program that started it
// leave it alone; the next [Start] joins it, and the last [Cluster.Close]
// stops it.
//
// PostgreSQL refuses to run as root, so for root the server runs as the user
// postgres, which the packages of PostgreSQL create.
package devdb
