package cql2_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/paulmach/orb"

	"github.com/hatangso/hatangso/internal/ogc/cql2"
	"github.com/hatangso/hatangso/internal/registry"
)

// readings are filters in both encodings and what they mean: the examples of
// the standard's clauses 6 and 7 and its test suite, and the dialect of QGIS 3.32.
var readings = []struct {
	name, text, json string
	want             cql2.Expr
}{
	{"a comparison", `city='Toronto'`, `{"op":"=","args":[{"property":"city"},"Toronto"]}`, op(cql2.Equal, prop("city"), "Toronto")},
	{"an escaped quote", `street = 'Via dell''Avvento'`, `{"op":"=","args":[{"property":"street"},"Via dell'Avvento"]}`,
		op(cql2.Equal, prop("street"), "Via dell'Avvento")},
	{"the other escaped quote", `street = 'Via dell\'Avvento'`, "", op(cql2.Equal, prop("street"), "Via dell'Avvento")},
	{"a difference", `balance-150.0 > 0`, `{"op":">","args":[{"op":"-","args":[{"property":"balance"},150.0]},0]}`,
		op(cql2.Greater, op(cql2.Minus, prop("balance"), 150.0), 0)},
	{"a date", `updated >= date('1970-01-01')`, `{"op":">=","args":[{"property":"updated"},{"date":"1970-01-01"}]}`,
		op(cql2.AtLeast, prop("updated"), day("1970-01-01"))},
	{"a time", `built<TIMESTAMP('1969-07-20T20:17:40.5Z')`, `{"op":"<","args":[{"property":"built"},{"timestamp":"1969-07-20T20:17:40.5Z"}]}`,
		op(cql2.Less, prop("built"), at("1969-07-20T20:17:40.5Z"))},
	{"not null", `geometry IS NOT NULL`, `{"op":"not","args":[{"op":"isNull","args":[{"property":"geometry"}]}]}`,
		op(cql2.Not, op(cql2.IsNull, prop("geometry")))},
	{"like", `name LIKE 'Smith%'`, `{"op":"like","args":[{"property":"name"},"Smith%"]}`, op(cql2.Like, prop("name"), "Smith%")},
	{"not like", `name not like 'a\%b_'`, `{"op":"not","args":[{"op":"like","args":[{"property":"name"},"a\\%b_"]}]}`,
		op(cql2.Not, op(cql2.Like, prop("name"), `a\%b_`))},
	{"between", `depth BETWEEN 100.0 and 150.0 AND wifi`, `{"op":"and","args":[{"op":"between","args":[{"property":"depth"},100.0,150.0]},{"property":"wifi"}]}`,
		op(cql2.And, op(cql2.Between, prop("depth"), 100.0, 150.0), prop("wifi"))},
	{"not between", `pop not between 4000000/4 and (3*(900000+100000))`, "",
		op(cql2.Not, op(cql2.Between, prop("pop"), op(cql2.Over, 4000000, 4), op(cql2.Times, 3, op(cql2.Plus, 900000, 100000))))},
	{"in", `cityName IN ('Toronto','New York')`, `{"op":"in","args":[{"property":"cityName"},["Toronto","New York"]]}`,
		op(cql2.In, prop("cityName"), "Toronto", "New York")},
	{"not in", `category NOT IN (1,2)`, `{"op":"not","args":[{"op":"in","args":[{"property":"category"},[1,2]]}]}`,
		op(cql2.Not, op(cql2.In, prop("category"), 1, 2))},
	{"folded", `ACCENTI(CASEI(road)) = accenti(casei('Straße'))`,
		`{"op":"=","args":[{"op":"accenti","args":[{"op":"casei","args":[{"property":"road"}]}]},{"op":"accenti","args":[{"op":"casei","args":["Straße"]}]}]}`,
		op(cql2.Equal, op(cql2.AccentI, op(cql2.CaseI, prop("road"))), op(cql2.AccentI, op(cql2.CaseI, "Straße")))},
	{"precedence", `a=1 OR NOT b=2 AND c=3 OR d=4+2*3^2`, "",
		op(cql2.Or, op(cql2.Equal, prop("a"), 1), op(cql2.And, op(cql2.Not, op(cql2.Equal, prop("b"), 2)), op(cql2.Equal, prop("c"), 3)),
			op(cql2.Equal, prop("d"), op(cql2.Plus, 4, op(cql2.Times, 2, op(cql2.Power, 3, 2)))))},
	{"from left to right", `a=1-2-3 div 4%5`, "",
		op(cql2.Equal, prop("a"), op(cql2.Minus, op(cql2.Minus, 1, 2), op(cql2.Modulo, op(cql2.Div, 3, 4), 5)))},
	{"signs", `a=-1 AND -b<+2 AND c>1e3 AND -(d+1)=- .5`, "",
		op(cql2.And, op(cql2.Equal, prop("a"), -1), op(cql2.Less, op(cql2.Times, -1, prop("b")), 2), op(cql2.Greater, prop("c"), 1e3),
			op(cql2.Equal, op(cql2.Times, -1, op(cql2.Plus, prop("d"), 1)), -.5))},
	{"brackets keep apart", `(a AND b) AND c`, "", op(cql2.And, op(cql2.And, prop("a"), prop("b")), prop("c"))},
	{"a point", `S_INTERSECTS(geometry,POINT(36.319836 32.288087))`,
		`{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[36.319836,32.288087]}]}`,
		op(cql2.SIntersects, prop("geometry"), orb.Point{36.319836, 32.288087})},
	{"a box over the antimeridian", `S_INTERSECTS(geometry,BBOX(160.6,-55.95,-170,-25.89))`,
		`{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[160.6,-55.95,-170,-25.89]}]}`,
		op(cql2.SIntersects, prop("geometry"), orb.Bound{Min: orb.Point{160.6, -55.95}, Max: orb.Point{-170, -25.89}})},
	{"heights are left away", `s_within(geometry, LINESTRING Z (7 50 1, 10 51 2)) OR S_TOUCHES(BBOX(1,2,9,3,4,9), POINT(1 2 3))`,
		`{"op":"or","args":[{"op":"s_within","args":[{"property":"geometry"},{"type":"LineString","coordinates":[[7,50,1],[10,51,2]]}]},
		  {"op":"s_touches","args":[{"bbox":[1,2,9,3,4,9]},{"type":"Point","coordinates":[1,2,3]}]}]}`,
		op(cql2.Or, op(cql2.SWithin, prop("geometry"), orb.LineString{{7, 50}, {10, 51}}),
			op(cql2.STouches, orb.Bound{Min: orb.Point{1, 2}, Max: orb.Point{3, 4}}, orb.Point{1, 2}))},
	{"points with and without brackets", `S_WITHIN(MULTIPOINT(7 50, 10 51), MULTIPOINT((7 50), (10 51)))`, "",
		op(cql2.SWithin, orb.MultiPoint{{7, 50}, {10, 51}}, orb.MultiPoint{{7, 50}, {10, 51}})},
	{"a collection", `S_DISJOINT(geometry,GEOMETRYCOLLECTION(POINT(7 49), GEOMETRYCOLLECTION(POLYGON((0 0, 10 0, 10 10, 0 0)))))`,
		`{"op":"s_disjoint","args":[{"property":"geometry"},{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[7,49]},
		  {"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,0]]]}]}]}]}`,
		op(cql2.SDisjoint, prop("geometry"), orb.Collection{orb.Point{7, 49}, orb.Collection{orb.Polygon{{{0, 0}, {10, 0}, {10, 10}, {0, 0}}}}})},
	{"intervals", `T_DURING(INTERVAL(touchdown, "lift off"), interval('1969-07-16T13:32:00Z', '..'))`,
		`{"op":"t_during","args":[{"interval":[{"property":"touchdown"},{"property":"lift off"}]},{"interval":["1969-07-16T13:32:00Z",".."]}]}`,
		op(cql2.TDuring, op(cql2.Interval, prop("touchdown"), prop("lift off")), op(cql2.Interval, at("1969-07-16T13:32:00Z"), cql2.Open{}))},
	{"QGIS brackets everything", `((("trang_thai" = 'A') AND (wifi = TRUE)) OR (("n" > 2.5) AND ("n" <= 7)))`, "",
		op(cql2.Or, op(cql2.And, op(cql2.Equal, prop("trang_thai"), "A"), op(cql2.Equal, prop("wifi"), true)),
			op(cql2.And, op(cql2.Greater, prop("n"), 2.5), op(cql2.AtMost, prop("n"), 7)))},
	{"QGIS leaves Vietnamese names bare", `(đường LIKE 'Lê Lợi%')`, "", op(cql2.Like, prop("đường"), "Lê Lợi%")},
	{"a decomposed name and text", "Đươ\u0300ng = 'Lê Lơ\u0323i'", "", op(cql2.Equal, prop("Đường"), "Lê Lợi")},
	{"QGIS doubles backslashes", `("name" = 'a\\b''c')`, "", op(cql2.Equal, prop("name"), `a\b'c`)},
	{"QGIS ignores case", `(CASEI("name") LIKE CASEI('%tr_m%'))`, "", op(cql2.Like, op(cql2.CaseI, prop("name")), op(cql2.CaseI, "%tr_m%"))},
	{"QGIS intersects", `(S_INTERSECTS(geometry,BBOX(106.6,20.8,106.7,20.9))) AND (("d" >= DATE('2024-01-01')))`, "",
		op(cql2.And, op(cql2.SIntersects, prop("geometry"), orb.Bound{Min: orb.Point{106.6, 20.8}, Max: orb.Point{106.7, 20.9}}),
			op(cql2.AtLeast, prop("d"), day("2024-01-01")))},
	{"words of functions are names without a bracket", `date = point AND "AND" = interval`, "",
		op(cql2.And, op(cql2.Equal, prop("date"), prop("point")), op(cql2.Equal, prop("AND"), prop("interval")))},
	{"a truth", ` TRUE `, `true`, cql2.Expr{Value: true}},
}

func TestReadings(t *testing.T) {
	t.Parallel()
	for _, c := range readings {
		t.Run(c.name, func(t *testing.T) {
			if got, err := cql2.ParseText(c.text); err != nil || !got.Equal(c.want) {
				t.Errorf("text is read as %s, %v, want %s", got, err, c.want)
			}
			if c.json == "" {
				return
			}
			if got, err := cql2.ParseJSON([]byte(c.json)); err != nil || !got.Equal(c.want) {
				t.Errorf("JSON is read as %s, %v, want %s", got, err, c.want)
			}
		})
	}
}

// A refusal names the character or the pointer, what stood there and what to do.
func TestRefusals(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		char       int
		rule, says string
	}{
		{"nothing", ``, 1, "filter.syntax", "ends too soon"},
		{"no right side", `a = `, 5, "filter.syntax", "ends too soon"},
		{"no operator", `a b`, 3, "filter.syntax", `"b" is not expected`},
		{"two comparisons", `a = b = c`, 7, "filter.syntax", `"=" is not expected`},
		{"two powers", `a * b ^ c ^ d = 1`, 11, "filter.syntax", `"^" is not expected`},
		{"an open bracket", `(a = 1`, 7, "filter.syntax", "ends too soon"},
		{"an open quote, counted in characters", `đường = 'Lê`, 12, "filter.syntax", "ends too soon"},
		{"an open quote after a backslash", `a = 'b\'`, 9, "filter.syntax", "ends too soon"},
		{"a stray symbol", `a = 1; DROP TABLE asset`, 6, "filter.syntax", `";" is not expected`},
		{"a keyword for a name", `like = 1`, 1, "filter.syntax", `"like" is not expected`},
		{"NOT in the middle", `a NOT = 1`, 7, "filter.syntax", `"=" is not expected`},
		{"IS what", `a IS 1`, 6, "filter.syntax", `"1" is not expected`},
		{"an empty list", `a IN ()`, 7, "filter.syntax", `")" is not expected`},
		{"an unknown function", `S_INTERSECT(a, b)`, 1, "filter.syntax", "no function"},
		{"one argument of two", `S_INTERSECTS(a)`, 1, "filter.syntax", "1 arguments"},
		{"a date of no calendar", `a = DATE('2023-02-29')`, 10, "filter.syntax", "not a date"},
		{"a date day first", `a = DATE('29/02/2024')`, 10, "filter.syntax", "not a date"},
		{"a date that is no literal", `a = DATE(b)`, 10, "filter.syntax", `"b" is not expected`},
		{"a time without its zone", `a = TIMESTAMP('2024-02-29T00:00:00')`, 15, "filter.syntax", "not a time"},
		{"an interval of one", `T_AFTER(a, INTERVAL('2024-01-01'))`, 33, "filter.syntax", `")" is not expected`},
		{"an exponent without digits", `a = 1e`, 7, "filter.syntax", "ends too soon"},
		{"a number too large", `a = 1e999`, 5, "filter.number", "too large"},
		{"half a position", `S_WITHIN(a, POINT(1))`, 20, "filter.syntax", `")" is not expected`},
		{"two positions for a point", `S_WITHIN(a, POINT(1 2, 3 4))`, 28, "filter.syntax", `")" is not expected`},
		{"a line of one", `S_WITHIN(a, LINESTRING(1 2))`, 23, "filter.geometry", "1 positions"},
		{"an open ring", `S_WITHIN(a, POLYGON((1 2, 3 4, 5 6, 7 8)))`, 21, "filter.geometry", "not closed"},
		{"a box of three", `S_WITHIN(a, BBOX(1, 2, 3))`, 13, "filter.geometry", "3 numbers"},
		{"a box upside down", `S_WITHIN(a, BBOX(1, 5, 3, 4))`, 13, "filter.geometry", "south above"},
		{"a box in a collection", `S_WITHIN(a, GEOMETRYCOLLECTION(BBOX(1, 2, 3, 4)))`, 32, "filter.syntax", `"BBOX" is not expected`},
		{"not UTF-8", "a = 'b\xff'", 7, "text.encoding", "invalid character"},
		{"a control character", "a = '\x00'", 5, "text.encoding", "invalid character"},
		{"too many brackets", strings.Repeat("(", 500), 401, "filter.limit", "deeper than 100"},
		{"too deep", "a = 1" + strings.Repeat("+1", 200), 204, "filter.limit", "deeper than 100"},
		{"too many", `a IN (1` + strings.Repeat(",1", 3000) + `)`, 4005, "filter.limit", "more than 2000 parts"},
		{"too long a text", `a = '` + strings.Repeat("x", 1001) + `'`, 5, "filter.limit", "longer than 1000 characters"},
		{"too long", strings.Repeat(" ", 100_001), 1, "filter.limit", "longer than 100000 bytes"},
		{"too many positions", `S_WITHIN(a, MULTIPOINT(1 2` + strings.Repeat(",1 2", 5000) + `))`, 20024, "filter.limit", "more than 5000 positions"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := cql2.ParseText(c.text)
			f := wantFault(t, err)
			head := registry.Tf("Ký tự %d: ", "Character %d: ", c.char)
			if f.Rule != c.rule || !strings.HasPrefix(f.Message.EN, head.EN) || !strings.HasPrefix(f.Message.VI, head.VI) || !strings.Contains(f.Message.EN, c.says) {
				t.Errorf("rule %s: %s %s", f.Rule, f.Message.EN, f.Mend.EN)
			}
		})
	}
	for _, c := range []struct{ name, json, pointer, rule, says string }{
		{"nothing", ``, "", "filter.syntax", "does not parse"},
		{"two values", `true false`, "", "filter.syntax", "does not parse"},
		{"null", `null`, "", "filter.syntax", "null"},
		{"an unknown operator", `{"op":"s_intersect","args":[1,2]}`, "/op", "filter.syntax", "no operator"},
		{"an operator that is none", `{"op":["="],"args":[1,2]}`, "/op", "filter.syntax", "no operator"},
		{"an interval is no operator", `{"op":"interval","args":[1,2]}`, "/op", "filter.syntax", "no operator"},
		{"no arguments", `{"op":"="}`, "/args", "filter.syntax", "null"},
		{"one argument", `{"op":"and","args":[true]}`, "/args", "filter.syntax", "1 arguments"},
		{"a member too many", `{"op":"=","args":[1,2],"not":true}`, "/not", "filter.syntax", "not"},
		{"a list that is none", `{"op":"in","args":[1,2]}`, "/args/1", "filter.syntax", "2"},
		{"deep inside", `{"op":"not","args":[{"op":"in","args":[1,[2,{"date":"2024-13-01"}]]}]}`, "/args/0/args/1/1/date", "filter.syntax", "not a date"},
		{"a property that is no text", `{"property":1}`, "/property", "filter.syntax", "1"},
		{"half an interval", `{"interval":["2024-01-01"]}`, "/interval", "filter.syntax", "interval"},
		{"an interval of numbers", `{"interval":[1,2]}`, "/interval/0", "filter.syntax", "1"},
		{"an unknown geometry", `{"type":"Circle"}`, "/type", "filter.syntax", "Circle"},
		{"coordinates of another type", `{"type":"Polygon","coordinates":[[1,2]]}`, "/coordinates/0/0", "filter.syntax", "1"},
		{"a position of four", `{"type":"Point","coordinates":[1,2,3,4]}`, "/coordinates", "filter.syntax", "[1,2,3,4]"},
		{"a control character", `"\u0000"`, "", "text.encoding", "invalid character"},
		{"too deep", strings.Repeat(`{"op":"not","args":[`, 200) + strings.Repeat("]}", 200), strings.Repeat("/args/0", 100), "filter.limit", "deeper than 100"},
	} {
		t.Run("JSON: "+c.name, func(t *testing.T) {
			_, err := cql2.ParseJSON([]byte(c.json))
			f := wantFault(t, err)
			if f.Rule != c.rule || f.Pointer != c.pointer || !strings.Contains(f.Message.EN+f.Mend.EN, c.says) {
				t.Errorf("rule %s at %s: %s %s", f.Rule, f.Pointer, f.Message.EN, f.Mend.EN)
			}
		})
	}
}

// Whatever is sent is read or refused with a place; what is read can be written
// and read again.
func FuzzText(f *testing.F) {
	for _, c := range readings {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, filter string) {
		e, err := cql2.ParseText(filter)
		if err != nil {
			if f := wantFault(t, err); !utf8.ValidString(f.Value) {
				t.Errorf("the fault quotes %q", f.Value)
			}
			return
		}
		again, err := cql2.ParseText(e.String())
		if err != nil || !again.Equal(e) {
			t.Errorf("%q is written as %s and read as %s, %v", filter, e, again, err)
		}
		queryables().Check(e)
	})
}

func FuzzJSON(f *testing.F) {
	for _, c := range readings {
		if c.json != "" {
			f.Add([]byte(c.json))
		}
	}
	f.Fuzz(func(t *testing.T, filter []byte) {
		e, err := cql2.ParseJSON(filter)
		if err != nil {
			wantFault(t, err)
			return
		}
		written, _ := e.MarshalJSON()
		again, err := cql2.ParseJSON(written)
		if err != nil || !again.Equal(e) {
			t.Errorf("%q is written as %s and read as %s, %v", filter, written, again, err)
		}
		queryables().Check(e)
	})
}
