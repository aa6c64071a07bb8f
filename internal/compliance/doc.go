// Package compliance judges whether a mast's site or a pole is lawful on a day,
// and says why: the core of the permit check that staff read off the map.
//
// It is pure: what the register knows comes in as a [Case], the law as a [Book]
// of data a province may set, the day as an argument. One rule is one file, with
// its clause in the words of domain.md and the mark of how sure that is.
//
// # How a verdict comes about
//
// A rule finds; each [Finding] has an effect. A part of the question (permit,
// certificate, zone, technical) is unlawful where a finding says so, unknown
// where something is missing that could change the answer, and lawful only when
// neither is. The verdict is the worst of its parts, so nothing is called lawful
// for want of data. Among several permits the best one counts; what is wrong with
// the others is a warning.
//
// The rule of the day of construction applies (domain.md §0.5, §5.3). A work
// that is not built yet is judged as if it were built on the day.
//
// The same judgement of sites stands in SQL (migration 00016, judge_sites), so
// that thousands are coloured at once; a test holds the two to each other.
package compliance
