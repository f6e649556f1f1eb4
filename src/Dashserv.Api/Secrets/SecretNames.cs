using System.Text.RegularExpressions;

namespace Dashserv.Api.Secrets;

/// <summary>The one list of what secrets are called: in logs, in errors, in what is sent and answered, and in what goes into a state.</summary>
public static partial class SecretNames
{
    /// <summary>Whether a field of that name may hold a secret.</summary>
    public static bool Match(string name) => Anywhere().IsMatch(name) || Words().Split(name).Any(word => AsAWord().IsMatch(word));

    // Also inside of longer words: rootpassword, accesstoken. The letters of "p a s s" are in few others.
    [GeneratedRegex(
        "pass|kennw|secret|geheim|token|credential|zugangsdat|private_?-?key|api_?-?key|access_?-?key|ssh_?-?key|license_?-?key|authori[sz]|cookie|bearer|"
        + "kickstart|preseed|cloud_?-?init|user_?-?data|install(er|ation)?_?-?log",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Anywhere();

    // Too short to be looked for inside of words: "pin" is in "ping", "key" in "monkey".
    [GeneratedRegex(
        "^(pw|pwd|psw|pin|puk|tan|otp|totp|hotp|mfa|2fa|keys?|psk|auth|creds?|seed|salt|sid|jwt|csrf|nonce|signature|epp)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsAWord();

    // "root_pw", "data[pin]", "sshKey", "VNCPassword", "pin2".
    [GeneratedRegex(@"[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
