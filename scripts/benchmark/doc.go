// Command benchmark measures the register against its peers and itself, on a
// province it generates from a fixed seed, and prints a table in Markdown.
// scripts/bench builds what it needs and runs it.
//
// Every figure is a median of several runs. Where there is a peer, each run of
// ours is followed by one of the peer's on the same data in the same database,
// and the ratio is the median of the runs' ratios: what else the machine does
// then weighs on both. The peers are GDAL's ogr2ogr, and pg_featureserv and
// tegola, which are built on first use; where they read the database it is a plain
// table with the columns of our view, its joins done. Measures of processor time
// stand a busy machine better than those of seconds; neither is for comparing
// machines.
package main
