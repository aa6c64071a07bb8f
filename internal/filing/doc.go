// Package filing is the desk that works on filings (bộ phận tiếp nhận hồ sơ): it
// fetches a file that was uploaded, finds out what it is and which column is
// what, has its rows checked, and writes what the department took. What a filing
// is and may become stands in package registry; where it is kept, the rules it is
// held against and the transactions are package postgres's.
package filing
