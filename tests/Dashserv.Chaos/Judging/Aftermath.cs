namespace Dashserv.Chaos.Judging;

/// <summary>What there is once all was applied again.</summary>
/// <param name="Own">The servers that are not strangers'.</param>
/// <param name="State">What Terraform knows.</param>
/// <param name="Imported">What was imported by hand: what it was to become is not known of it.</param>
internal sealed record Aftermath(IReadOnlyList<ProductState> Own, StateView State, IReadOnlySet<string> Imported)
{
    /// <summary>The servers of the state that are otherwise.</summary>
    public IEnumerable<string> Each(Func<ProductState, bool> isRight, string otherwise) =>
        Own.Where(p => State.Has(p.Uuid) && !isRight(p)).Select(p => $"{p.Uuid} ({p.Name}) {otherwise}");

    /// <summary>Passwords in the state that do not open their servers.</summary>
    public IEnumerable<string> WrongPasswords() => Own.Where(p => State.Has(p.Uuid) && p.Passwords.GetValueOrDefault("root") != PasswordOf(p))
        .Select(p => $"the password of {p.Uuid} ({p.Name}) is not the one in the state");

    private string? PasswordOf(ProductState server) =>
        State.Instances.FirstOrDefault(i => i.Type == "dashserv_vserver_password" && i.Text("vserver_id") == server.Uuid)?.Text("password");
}
