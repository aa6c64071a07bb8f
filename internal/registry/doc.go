// Package registry holds the nouns of a province's register of telecom
// infrastructure, the rules each of them must keep, the actor who writes, and
// the one error type every other package speaks.
//
// It is the bottom of the house: values and pure functions only. It imports the
// standard library and paulmach/orb, and nothing of this module.
//
// Conventions that hold for every noun:
//
//   - Geometry is WGS84 longitude/latitude (EPSG:4326), two-dimensional.
//   - Periods are half-open, [From, To). A nil To means "still".
//   - Units stand in names: HeightM is metres, AreaKM2 square kilometres.
//   - A pointer field may be unknown; a plain field is always known.
//   - The struct tags are the single description from which the columns of the
//     database, the fields of the API document, the headers an import
//     recognises and the columns of an export are derived. See Field.
package registry
