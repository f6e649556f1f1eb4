using System.Security.Cryptography;
using System.Text;
using Dashserv.Api.Models;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>What the API said of a server's installation before another was asked for: whatever differs from it later is a sign of that. It can be kept, as
/// it holds no secret.</summary>
/// <param name="Os">What was installed.</param>
/// <param name="Rest">A digest of the log and the accounts.</param>
internal sealed record InstallationMark(string? Os, string Rest)
{
    /// <summary>A machine on which nothing was installed.</summary>
    public static readonly InstallationMark Bare = Of(new InstallationStatus { IsInstalling = false, SshPasswords = new Dictionary<string, string>() });

    private const char Separator = '|';
    private const int DigestLength = 16;

    public static InstallationMark Of(InstallationStatus status)
    {
        var accounts = status.SshPasswords.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}\0{a.Value}\0");
        return new InstallationMark(status.Os, $"{Digest(status.Log ?? "")}{Digest(string.Concat(accounts))}");
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static InstallationMark? Parse(string? text) => text?.Split(Separator, 2) is not [var rest, var os] ? null
        : new InstallationMark(os.Length == 0 ? null : os, rest);

    public bool HasAccountsOf(InstallationStatus status) => Rest.EndsWith(Of(status).Rest[^DigestLength..], StringComparison.Ordinal);

    public override string ToString() => $"{Rest}{Separator}{Os}";

    private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigestLength];
}
