// Package plan holds what a province has promised in its plans of digital
// infrastructure (kế hoạch phát triển hạ tầng số): the catalogue of indicators,
// the targets with what the plan prints and what it is taken to mean, the tasks,
// and the judgement of a value against a target. It knows no database and no
// clock.
package plan
