package postgres

import (
	"context"
	"fmt"

	"github.com/hatangso/hatangso/internal/registry"
)

// others refuses the rows that are not the loader's to write, each with its
// fault: row security would refuse the whole load at the first of them.
func (l *load) others(ctx context.Context) error {
	if l.who.Department() {
		return nil
	}
	mine, column := l.mine()
	value := "NULL"
	if f := l.noun.Field(column); f != nil {
		value = "s." + quote(f.Name)
	}
	return l.refuse(ctx, value, fmt.Sprintf("(%s) IS NOT TRUE", mine), func(o offence) (registry.Fault, error) {
		return registry.NewFault("rights.row", l.header(column), o.Value,
			registry.T("Bản ghi này không thuộc quyền ghi của bạn.", "This record is not yours to write."),
			registry.T("Bỏ dòng này, hoặc để chủ sở hữu hay Sở nạp.", "Leave the row out, or have its owner or the department load it.")), nil
	})
}

// mine is the condition that a staged row may be written by who is no officer,
// as the policies of its table have it, and the field that tells whose it is.
func (l *load) mine() (condition, field string) {
	local := !l.who.Has(registry.FilerRole)
	switch {
	case l.noun == registry.StatementNoun && local:
		return "s.layer = 'declared' AND village_in(s.village_id, actor_communes())", "village"
	case local:
		return "false", "code"
	case l.noun.IsAsset():
		return "s.owner_id = actor_organization()", "owner"
	}
	switch l.noun {
	case registry.PlannedWorkNoun:
		return "s.owner_id = actor_organization()", "owner"
	case registry.StationNoun:
		return "s.operator_id = actor_organization()", "operator"
	case registry.StatementNoun:
		return "s.layer = 'declared' AND s.operator_id = actor_organization()", "operator"
	case registry.TenancyNoun:
		return "s.tenant_id = actor_organization() OR owns_asset(s.asset_kind, s.asset_id)", "tenant"
	case registry.PermitNoun:
		return "owns_asset(s.asset_kind, s.asset_id)", "asset"
	case registry.MastNoun, registry.CertificateNoun:
		return "owns_asset('site', s.site_id)", "site"
	}
	return "false", "code" // what everything refers to is the department's
}
