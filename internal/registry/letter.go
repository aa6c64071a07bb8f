package registry

// Letter is a reminder to be sent by mail (thư nhắc): to whom, and the facts it
// words.
type Letter struct {
	// To is a mail address, Name whose it is.
	To, Name string
	Kind     NoticeKind
	Title    Text
	// Basis is the document that obliges, Recipient whom the report goes to.
	Basis, Recipient string
	// OrganizationName is who is obliged.
	OrganizationName string
	Period           string
	// DueOn is the last day in time.
	DueOn Date
	// Notice is the id of its notice: the letter's own name, the same when it is
	// sent again.
	Notice int64
}
