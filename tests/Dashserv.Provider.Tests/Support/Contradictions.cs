using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Support;

/// <summary>Pairs of sentences of which a user can believe only one, and what no text may have.</summary>
internal static class Contradictions
{
    private static readonly (string One, string Other)[] Pairs =
    [
        ("Nothing was ", "Whether it took effect is not known"),
        ("Nothing was ordered", "may or may not"),
        ("Nothing was ordered", "will not be ordered again"),
        ("Nothing was ", "was begun"),
        ("Nothing was wiped", "is lost"),
        ("No backup was made", "is in the state"),
        ("has no new", "may or may not"),
        ("still holds", "nobody knows the new password"),
        ("untaint", "Run the same command again"),
        ("untaint", "Then try again"),
        ("before you apply again", "Run the same command again"),
        ("proxy or firewall", "reseller"),
        ("proxy or firewall", "permission"),
        ("the token is missing", "reseller"),
        ("The endpoint is right", "check `endpoint`"),
    ];

    public static void Check(Diagnostic told)
    {
        Assert.DoesNotContain(Pairs, p => told.Detail.Contains(p.One, StringComparison.Ordinal) && told.Detail.Contains(p.Other, StringComparison.Ordinal));
        Assert.DoesNotMatch("[^\n ]  ", told.Detail);
        Assert.All(["..", " .", "()", "\"\""], slip => Assert.DoesNotContain(slip, told.Detail, StringComparison.Ordinal));
    }
}
