package rule_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/hatangso/hatangso/internal/postgres/rule"
	"github.com/hatangso/hatangso/internal/registry"
)

// sources are where faults of a filing are made.
var sources = []string{"../../registry/*.go", "../../intake/*.go", "../../coord/*.go", "../import*.go", "../record.go", "../error.go"}

// notFiled are ids of those sources that no filing gets: of JSON bodies of single
// records, of values that the department enters, of features that clients of the OGC API edit, of grants, and of what the
// database refuses of a program.
var notFiled = map[string]bool{
	"field.unknown": true, "field.twice": true, "field.null": true, "field.read-only": true,
	"feature.type": true,
	"grant.role":   true, "grant.sides": true, "grant.units": true, "grant.organization": true,
	"database.check":        true,
	"obligation.incomplete": true, "obligation.valid": true,
	"reported.period": true, "reported.fraction": true, "dii.comment": true,
}

// ruleID is how an id looks; one has no dot.
var ruleID = regexp.MustCompile(`^[a-z]{2,}\.[a-z][a-z0-9-]*$|^required$`)

// maker is how a function is called that makes a fault, or an error of one.
var maker = regexp.MustCompile(`(?i)fault$|^refuse|^refused$|^rowError$|RowError$|^check$`)

// Every id that can be given when filing stands in the catalogue: constants named
// Rule…, what functions that make faults are called with, and Fault{Rule: …}.
func TestCatalogIsWhole(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, e := range rule.Catalog() {
		if known[e.ID] {
			t.Errorf("%s stands twice", e.ID)
		}
		known[e.ID] = true
	}
	given := map[string]string{}
	for _, pattern := range sources {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, file := range files {
			if !strings.HasSuffix(file, "_test.go") {
				idsIn(t, file, given)
			}
		}
	}
	if len(given) < 80 {
		t.Fatalf("only %d ids found: the search has gone blind", len(given))
	}
	for id, file := range given {
		if !known[id] && !notFiled[id] {
			t.Errorf("%s (%s) is not in the catalogue", id, file)
		}
	}
	for id := range notFiled {
		if given[id] == "" {
			t.Errorf("%s is given nowhere", id)
		}
	}
	for _, e := range rule.Catalog() {
		if e.Reading && given[e.ID] == "" {
			t.Errorf("%s is in the catalogue and given nowhere", e.ID)
		}
	}
}

// idsIn gathers the ids a file can give.
func idsIn(t *testing.T, file string, into map[string]string) {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	take := func(e ast.Expr) {
		if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
			if id, err := strconv.Unquote(l.Value); err == nil && ruleID.MatchString(id) {
				into[id] = file
			}
		}
	}
	ast.Inspect(parsed, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ValueSpec:
			for i, v := range n.Values {
				if strings.HasPrefix(n.Names[i].Name, "Rule") {
					take(v)
				}
			}
		case *ast.KeyValueExpr:
			if k, ok := n.Key.(*ast.Ident); ok && (k.Name == "Rule" || k.Name == "rule") {
				take(n.Value)
			}
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				name := ""
				switch x := left.(type) {
				case *ast.Ident:
					name = x.Name
				case *ast.SelectorExpr:
					name = x.Sel.Name
				}
				if strings.EqualFold(name, "rule") && i < len(n.Rhs) {
					take(n.Rhs[i])
				}
			}
		case *ast.CallExpr:
			name := ""
			switch f := n.Fun.(type) {
			case *ast.Ident:
				name = f.Name
			case *ast.SelectorExpr:
				name = f.Sel.Name
			}
			if maker.MatchString(name) {
				for _, a := range n.Args {
					take(a)
				}
			}
		}
		return true
	})
}

// What is shown of a rule is there in both languages, says where it comes from,
// and its limits are named once and taken by the query.
func TestCatalogReads(t *testing.T) {
	t.Parallel()
	for _, e := range rule.Catalog() {
		for _, text := range []registry.Text{e.Title, e.Clause} {
			if text.VI == "" || text.EN == "" || strings.Contains(text.VI+text.EN, "%!") {
				t.Errorf("%s: %+v", e.ID, text)
			}
		}
		if !ruleID.MatchString(e.ID) {
			t.Errorf("%q is no id", e.ID)
		}
		if e.Tier == "" {
			t.Errorf("%s has no tier", e.ID)
		}
	}
	mark := regexp.MustCompile(`SEEN|SEED|RECALLED|INFERRED|RUN`)
	for _, r := range rule.All {
		if len(r.Nouns) == 0 || r.Explain == nil || !mark.MatchString(r.Clause.EN) || !mark.MatchString(r.Clause.VI) {
			t.Errorf("%s: nouns, words or the mark of its clause are missing", r.ID)
			continue
		}
		args := r.Args(registry.NewDate(2026, 11, 21), nil, nil, map[string]float64{"near_m": 7})
		for _, l := range r.Limits {
			if !strings.Contains(r.Query, "@"+l.Name+"::float8") {
				t.Errorf("%s does not take its limit %s", r.ID, l.Name)
			}
			if want := l.Default; l.Name != "near_m" && args[l.Name] != want || l.Name == "near_m" && args[l.Name] != 7.0 {
				t.Errorf("%s: %s is %v", r.ID, l.Name, args[l.Name])
			}
			if l.Title.VI == "" || l.Title.EN == "" || l.Default <= 0 {
				t.Errorf("%s: %+v", r.ID, l)
			}
		}
		for _, name := range regexp.MustCompile(`@([a-z_]+)`).FindAllStringSubmatch(r.Query, -1) {
			if _, ok := args[name[1]]; !ok {
				t.Errorf("%s asks for @%s", r.ID, name[1])
			}
		}
		if rule.Find(r.ID) != r {
			t.Errorf("%s is not found", r.ID)
		}
	}
	if rule.Find("no.such") != nil {
		t.Error("no.such is found")
	}
}

// A case that lost its facts still reads.
func TestExplainWithoutFacts(t *testing.T) {
	t.Parallel()
	for _, r := range rule.All {
		e := r.Explain(rule.Facts{})
		for _, text := range []string{e.Message.VI, e.Message.EN, e.Mend.VI, e.Mend.EN} {
			if text == "" || strings.Contains(text, "%!") {
				t.Errorf("%s: %q", r.ID, text)
			}
		}
	}
}
