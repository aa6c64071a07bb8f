// Package mail words letters and hands them to a mail server by SMTP. It keeps
// nothing: what is to be sent, and what was, stands in the outbox of the register
// (postgres.SendLetters).
package mail
