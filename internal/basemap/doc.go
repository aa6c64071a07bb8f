// Package basemap knows the maps that may lie under the register's own (bản đồ
// nền): pictures by tile, from elsewhere or from files beside the program. There
// are none unless whoever runs it says so.
package basemap
