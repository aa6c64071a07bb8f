// Package vnname turns Vietnamese names into keys that can be compared.
//
// The same commune is written "Xã Hòa An", "Xã Hoà An" and "XÃ  HÒA AN", in
// composed (NFC) or decomposed (NFD) Unicode, with an ASCII or a curly
// apostrophe ("Ea H'Leo", "Ea H’Leo"), with its kind in full or abbreviated
// ("Phường 1", "P.1"). Between two releases of one official list 191 communes
// "changed name" by tone placement or letter case alone (domain.md §0.12), so
// raw strings are never compared:
//
//   - [Key] is for identity: equal keys are the same name; a different tone or
//     a different letter is a different name.
//   - [Fold] is for search and for column headings: it also drops diacritics.
//   - [StripPrefix] takes the kind of unit off the front of a name.
//   - [Nearest] answers "did you mean".
//
// Everything here is a pure function and safe for concurrent use.
package vnname
