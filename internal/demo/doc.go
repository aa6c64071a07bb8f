// Package demo makes up a province, dữ liệu mẫu: terrain, units, roads,
// villages and all the telecom infrastructure of ten years, so that every
// screen, report and benchmark has something true to show without anybody's
// real data.
//
// It is pure and deterministic: the same seed gives the same province to the
// last bit. Generate grows it the way a place grows. Land rises from a coast;
// rivers find their way down; communes spread from their centres over the
// ground, so that borders follow ridges and rivers; roads take the cheap way
// between centres and share their ways; villages sit where roads and water are;
// and the infrastructure follows the roads and the people.
//
// The province does not exist. It lies where the VN-2000 zone EPSG:9217
// (108°15′) fits, its codes start with 99, which no real province has, and
// every name of an organization ends in "(mẫu)".
package demo
