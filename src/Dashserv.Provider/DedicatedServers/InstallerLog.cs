using System.Text.RegularExpressions;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>Installers like to write down the passwords that they have set: also where the API does not list the accounts, as after an installation that broke
/// off.</summary>
internal static partial class InstallerLog
{
    private const string Withheld = "(withheld)";

    /// <param name="log">The log.</param>
    /// <param name="passwords">Those that the API lists.</param>
    public static string WithoutSecrets(string log, IEnumerable<string> passwords)
    {
        var cleaned = passwords.Where(p => p.Length > 0).Aggregate(log, (text, password) => text.Replace(password, Withheld, StringComparison.Ordinal));
        return Secret().Replace(cleaned, match => match.Groups["before"].Value + Withheld);
    }

    // "root password: x", "Passwort = x", "set root password to x", "PASSWORD=x".
    [GeneratedRegex(
        @"(?<before>(pass(word|wort|wd|phrase)?|kennwort|secret)\w*[""']?\s*(:|=|\bto\b|\bis\b|\bist\b|\bauf\b)\s*)(?!\(withheld\))\S+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
