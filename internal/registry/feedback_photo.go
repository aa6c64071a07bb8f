package registry

import "fmt"

// MaxFeedbackPhotos is how many pictures go with a report.
const MaxFeedbackPhotos = 3

// FeedbackPhoto is a picture that somebody sent with a report (ảnh kèm phản ánh).
type FeedbackPhoto struct {
	// Number is 1 to MaxFeedbackPhotos.
	Number int `json:"number"`
	// File and Thumbnail are where it is read. Staff read it as it was taken, who has
	// the code without what the camera wrote into it.
	File      string `json:"file"`
	Thumbnail string `json:"thumbnail"`
}

// feedbackPhotos names the pictures of a report under a path of their own.
func feedbackPhotos(under string, numbers []int) []FeedbackPhoto {
	list := make([]FeedbackPhoto, 0, len(numbers))
	for _, n := range numbers {
		file := fmt.Sprintf("/api/v1/%s/%d", under, n)
		list = append(list, FeedbackPhoto{Number: n, File: file, Thumbnail: file + "/thumbnail"})
	}
	return list
}

// Show names the pictures of the report of a code for who has the code.
func (s *FeedbackStatus) Show(code string, numbers []int) {
	s.Photos = feedbackPhotos("feedback-photos/"+code, numbers)
}

// Show names the pictures of the report for staff.
func (f *Feedback) Show(numbers []int) {
	f.Photos = feedbackPhotos(fmt.Sprintf("feedback/tickets/%d/photos", f.ID), numbers)
}
