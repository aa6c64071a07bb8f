package main

import (
	"context"
	"log/slog"
	"net/url"
	"time"

	"github.com/spf13/cobra"

	"github.com/hatangso/hatangso/internal/mail"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// remindEvery is how often it is looked for duties to remind of, and mailEvery how
// often for letters to send again.
const (
	remindEvery = time.Hour
	mailEvery   = time.Minute
)

// mailer gives who sends reminders by mail; nil when no mail server is named.
func (p *program) mailer(c *cobra.Command, page *url.URL) (*mail.Sender, error) {
	if p.env.SMTPURL == "" {
		return nil, nil
	}
	if p.env.MailFrom == "" {
		return nil, misused(c, "HATANGSO_SMTP_URL cần cả HATANGSO_MAIL_FROM: thư gửi từ địa chỉ nào.", "HATANGSO_SMTP_URL needs HATANGSO_MAIL_FROM: the address letters come from.")
	}
	at := ""
	if page != nil {
		at = page.JoinPath("/").String()
	}
	return mail.NewSender(p.env.SMTPURL, p.env.MailFrom, at)
}

// remind writes notices every hour until ctx ends, the first at once, and sends
// what is to go by mail. Several programs may do so: each notice is written once.
func remind(ctx context.Context, db *postgres.DB, sender *mail.Sender, log *slog.Logger) {
	var next time.Time
	for tick := time.NewTicker(mailEvery); ; {
		if now := time.Now(); !now.Before(next) {
			next = now.Add(remindEvery)
			switch written, err := db.Remind(ctx, now, sender != nil); {
			case err != nil && ctx.Err() == nil:
				log.Error("nobody is reminded", "error", err)
			case written > 0:
				log.Info("reminded", "notices", written)
			}
		}
		if sender != nil {
			sendLetters(ctx, db, sender.Send, log)
		}
		select {
		case <-ctx.Done():
			tick.Stop()
			return
		case <-tick.C:
		}
	}
}

func sendLetters(ctx context.Context, db *postgres.DB, send func(context.Context, registry.Letter) error, log *slog.Logger) {
	sent, failed, err := db.SendLetters(ctx, time.Now(), send)
	if sent > 0 {
		log.Info("letters sent", "letters", sent)
	}
	if err != nil && ctx.Err() == nil {
		log.Error("letters not sent", "letters", failed, "error", err)
	}
}
