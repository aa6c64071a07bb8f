// Package document writes administrative documents (văn bản hành chính): one
// [Document] of letterhead, paragraphs, tables, figures and signature, as DOCX to
// go on working with, as PDF to print and as HTML to read on a phone.
//
// The same document gives the same bytes, whenever it is written. Texts are
// composed (NFC) on the way out, and characters that XML cannot hold are replaced.
package document
