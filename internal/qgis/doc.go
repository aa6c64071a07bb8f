// Package qgis writes what QGIS opens ready-made: projects (.qgz), layer
// definitions (.qlr) and the symbols of both, whose layers are the collections
// of an OGC API – Features (provider OAPIF) or files read over HTTP (provider ogr).
//
// The documents follow what QGIS 3.22 itself writes, cut down to what it reads
// back; later versions read it too. A layer names its coordinate system by QGIS's
// own id as well as by EPSG's: with the latter alone it opens and draws nothing.
//
// It knows no database and no HTTP: who sees which layers its caller says.
package qgis
