package mail

import "crypto/tls"

// Trust has the sender trust whom the configuration does.
func (s *Sender) Trust(config *tls.Config) error { return s.client.SetTLSConfig(config) }
