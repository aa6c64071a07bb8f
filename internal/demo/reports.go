package demo

import "github.com/hatangso/hatangso/internal/registry"

// Report is what somebody reported, and what became of it.
type Report struct {
	registry.NewFeedback
	// Picture goes with it; nil for none.
	Picture []byte
	// Agency is the code of the organization it was given to, empty for nobody.
	Agency string
	State  registry.FeedbackState
	// Answer is the public one, empty for none.
	Answer string
}

// fileReports has people report what they see beside some poles and sites.
func (g *generator) fileReports() {
	r := g.chance("reports")
	for i, report := range []Report{
		{NewFeedback: registry.NewFeedback{Kind: "unsafe", Description: "Cột nghiêng về phía nhà dân, cáp sà thấp ngang tầm đầu người."}, State: registry.FeedbackInProgress, Agency: power},
		{NewFeedback: registry.NewFeedback{Kind: "built_wrongly", Description: "Tuyến cột mới trồng giữa vỉa hè, đường này đã có cột từ trước."}, State: registry.FeedbackReceived},
		{NewFeedback: registry.NewFeedback{Kind: "incident", Description: "Nắp bể cáp vỡ sau mưa lớn."}, State: registry.FeedbackResolved, Agency: saoMai, Answer: "Đã thay nắp bể và kiểm tra các bể lân cận."},
		{NewFeedback: registry.NewFeedback{Kind: "sabotage", Description: "Có người cắt trộm cáp lúc rạng sáng."}, State: registry.FeedbackAssigned, Agency: haiDang},
		{NewFeedback: registry.NewFeedback{Kind: "obstruction", Description: "Hộ dân không cho thợ vào bảo dưỡng trạm.", Contact: registry.FeedbackContact{Name: "Tổ trưởng dân phố (mẫu)", Phone: "0900 000 000"}}, State: registry.FeedbackReceived},
		{NewFeedback: registry.NewFeedback{Kind: "unsafe", Description: "Tủ cáp mở cửa, dây thò ra ngoài."}, State: registry.FeedbackReceived},
	} {
		pole := g.out.Poles[r.IntN(len(g.out.Poles))]
		report.Geometry, report.Address = pole.Geometry, "Gần cột "+pole.Code
		if i == 4 {
			report.Geometry = g.out.Sites[r.IntN(len(g.out.Sites))].Geometry
			report.Address = ""
		}
		if i < 4 {
			report.Picture = paint(r, true)
		}
		g.out.Reports = append(g.out.Reports, report)
	}
}
