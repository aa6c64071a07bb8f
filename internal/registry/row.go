package registry

// Row is one row of a bulk load: a record, the row it stood in, and what it
// refers to by code where the record itself holds ids.
type Row struct {
	Number int
	Record Record
	// Refs gives, by field name, the code of the record referred to: a mast's
	// site, a duct's manholes, a tenancy's asset. Organizations stand in the
	// record by code already.
	Refs map[string]string
	// Written is the position as the file has it, also one that cannot be used: the
	// northing or latitude by its column, and the other coordinate. A position that
	// stands in one cell is First alone.
	Written WrittenPosition
	// Misplaced says that the file gives a position and one of Faults says why it
	// cannot be used: that it is missing is no further fault.
	Misplaced bool
	// Faults are the row's own; a row with an error is refused.
	Faults []Fault
}

// Rows is a stream of rows. Next fills row, whose Record may be used until the
// call after; it returns io.EOF at the end, and any other error when the file
// cannot be read on.
type Rows interface {
	Next(row *Row) error
	// Headers gives, for each field the rows set, the column as the filer wrote
	// it. A load leaves every other field of an existing record alone. It is
	// complete once Next has returned io.EOF.
	Headers() map[string]string
}

// Batch is one bulk load of several that belong together.
type Batch struct {
	Noun *Noun
	Rows Rows
}

// WrittenPosition is a position in the filer's own digits (tọa độ như đã ghi).
type WrittenPosition struct{ First, Second string }
