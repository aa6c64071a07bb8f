package registry

// Actor is who is asking: the first argument of every method that reads or
// writes the register. The database refuses a write whose transaction names
// none, and shows and lets be written what the grants allow (see May).
type Actor struct {
	// Name identifies the person, key or command, as the change log shows it.
	Name string
	// Grants are what the actor may.
	Grants
	// Reason is why, in the caller's words; kept with every change.
	Reason string
	// RequestID ties the changes of one request or one command together.
	RequestID string
}

// Anonymous is a reader nobody knows.
var Anonymous = Actor{Name: "anonymous"}

// Command is the actor of a command run at the machine's own console, by who
// could as well change the database's files.
func Command(name, reason, requestID string) Actor {
	return Actor{Name: "cli:" + name, Grants: Grants{Roles: []Role{AdminRole}}, Reason: reason, RequestID: requestID}
}
