package httpapi

import (
	"github.com/labstack/echo/v4"

	"github.com/hatangso/hatangso/internal/export"
	"github.com/hatangso/hatangso/internal/postgres"
	"github.com/hatangso/hatangso/internal/registry"
)

// routes is every route of the program.
func (s *Server) routes() {
	e := s.echo
	e.GET("/livez", s.live)
	e.GET("/readyz", s.ready)
	e.GET("/metrics", echo.WrapHandler(s.metrics.handler()))

	v1 := e.Group("/api/v1")
	for _, n := range registry.Nouns {
		r := records{server: s, noun: n}
		v1.GET("/"+n.Path, r.list)
		v1.POST("/"+n.Path, r.create, mustWrite, noParameters)
		v1.GET("/"+n.Path+"/:id", r.get, noParameters)
		v1.PATCH("/"+n.Path+"/:id", r.update, mustWrite, noParameters)
		v1.DELETE("/"+n.Path+"/:id", r.delete, mustWrite, noParameters)
		v1.GET("/"+n.Path+"/:id/history", r.history)
	}
	v1.GET("/codes", s.codes, noParameters)
	v1.GET("/export/:file", s.export)
	for _, format := range export.NetworkFormats {
		v1.GET("/export/network."+format.Extension(), s.network(format))
	}
	v1.GET("/indicators/sharing", s.sharing)
	v1.GET("/indicators/sharing-sensitivity", s.sensitivity)
	v1.GET("/indicators/sharing/records", s.sharingRecords)
	v1.GET("/indicators/coverage", s.coverage)
	v1.GET("/indicators/coverage/records", s.coverageRecords)
	v1.GET("/indicators/nearest", s.nearest)
	v1.GET("/indicators/counts", s.counts)
	v1.GET("/changes", s.changes)
	v1.GET("/access", s.access)
	v1.POST("/batch", s.batch, mustWrite, noParameters)
	v1.GET("/lookup", s.lookup)
	v1.POST("/ducts/:id/split", s.splitDuct, mustWrite, noParameters)
	v1.POST("/ducts/join", s.joinDucts, mustWrite, noParameters)
	v1.POST("/ducts/:id/snap", s.snapDuct, mustWrite, noParameters)
	v1.POST("/masts/:id/move", s.moveMast, mustWrite, noParameters)
	v1.GET("/keys", s.listKeys, noParameters)
	v1.POST("/keys", s.createKey, mustWrite, noParameters)
	v1.DELETE("/keys/:id", s.revokeKey, mustWrite, noParameters)
	v1.GET("/session", s.readSession, noParameters)
	v1.POST("/session", s.createSession, noParameters)
	v1.DELETE("/session", s.deleteSession, noParameters)
	v1.DELETE("/sessions", s.deleteSessions, noParameters)
	v1.POST("/password", s.setPassword, noParameters)
	v1.GET("/accounts", s.listAccounts)
	v1.POST("/accounts", s.createAccount, mustWrite, noParameters)
	v1.GET("/accounts/:id", s.readAccount, noParameters)
	v1.PATCH("/accounts/:id", s.updateAccount, mustWrite, noParameters)
	v1.POST("/accounts/:id/reset", s.resetAccount, mustWrite, noParameters)
	v1.GET("/filings", s.listFilings)
	v1.POST("/filings", s.createFiling, mustWrite, noParameters)
	v1.GET("/filings/:id", s.readFiling, noParameters)
	v1.PATCH("/filings/:id", s.updateFiling, mustWrite, noParameters)
	v1.POST("/filings/:id/revisions", s.reviseFiling, mustWrite, noParameters)
	v1.GET("/filings/:id/file", s.readFile, noParameters)
	v1.PUT("/filings/:id/file", s.appendFile, mustWrite)
	v1.GET("/filings/:id/events", s.watchFiling, noParameters)
	v1.GET("/filings/:id/rows", s.listFilingRows)
	v1.GET("/filings/:id/missing", s.listFilingMissing)
	v1.GET("/filings/:id/findings", s.listFindings)
	v1.GET("/filings/:id/finding-groups", s.listFindingGroups, noParameters)
	v1.POST("/filings/:id/edits", s.editFiling, mustWrite, noParameters)
	v1.POST("/filings/:id/verifications", s.verifyFindings, mustWrite, noParameters)
	v1.POST("/filings/:id/sign", s.act((*postgres.DB).SignFiling), mustWrite, noParameters)
	v1.POST("/filings/:id/withdraw", s.act((*postgres.DB).WithdrawFiling), mustWrite, noParameters)
	v1.POST("/filings/:id/row-decisions", s.decideRows, mustWrite, noParameters)
	v1.POST("/filings/:id/accept", s.decide((*postgres.DB).AcceptFiling), mustWrite, noParameters)
	v1.POST("/filings/:id/return", s.decide((*postgres.DB).ReturnFiling), mustWrite, noParameters)
	v1.GET("/filings/:id/receipt", s.readReceipt, noParameters)
	v1.GET("/filings/:id/receipt.pdf", s.receiptPDF, noParameters)
	v1.GET("/filings/:id/marked.xlsx", s.marked)
	v1.GET("/templates/:file", s.template)
	v1.GET("/rules", s.rules, noParameters)
	v1.GET("/obligations", s.listObligations)
	v1.POST("/obligations", s.createObligation, mustWrite, noParameters)
	v1.GET("/obligations/:id", s.readObligation, noParameters)
	v1.PATCH("/obligations/:id", s.updateObligation, mustWrite, noParameters)
	v1.GET("/duties", s.listDuties)
	v1.GET("/duties/board", s.board)
	v1.POST("/duties/nothing", s.answerDuty(registry.NothingToReport), mustWrite, noParameters)
	v1.POST("/duties/paper", s.answerDuty(registry.CameOnPaper), mustWrite, noParameters)
	v1.GET("/notices", s.listNotices)
	v1.POST("/notices/:id/read", s.readNotice, mustWrite, noParameters)
	v1.GET("/openapi.yaml", s.document, noParameters)

	e.GET("/api/docs", s.docs)
	e.GET("/api/docs.css", s.docsStyle, noParameters)

	e.GET(signInPath, s.signInPage)
	e.POST(signInPath, s.signInForm)
	e.POST(signOutPath, s.signOutForm)
	e.GET(setPasswordPath, s.setPasswordPage)
	e.POST(setPasswordPath, s.setPasswordForm)
	e.GET(authPath+"page.css", static(pageStyle, "text/css; charset=utf-8"))
	e.GET(authPath+"page.js", static(pageScript, "text/javascript; charset=utf-8"))
	e.GET(authPath+"oidc", s.beginOIDC)
	e.GET(authPath+"oidc/callback", s.finishOIDC)

	e.GET("/*", s.web)
}
