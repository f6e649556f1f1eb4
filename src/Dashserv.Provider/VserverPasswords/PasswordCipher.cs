using System.Security.Cryptography;
using System.Text;

namespace Dashserv.Provider.VserverPasswords;

/// <summary>Encrypts a password so that Terraform's <c>rsadecrypt</c> opens it: RSA with PKCS #1 v1.5 padding, in Base64.</summary>
internal static class PasswordCipher
{
    private const int SmallestKeyBits = 2048;

    private const string HowToGetOne =
        "An RSA public key in PEM begins with \"-----BEGIN PUBLIC KEY-----\". With the TLS provider: tls_private_key.NAME.public_key_pem; with openssl: "
            + "openssl rsa -in private.pem -pubout.";

    public static string? FindProblem(string pem)
    {
        if (IsPrivate(pem))
        {
            return "This is a private key, which must not get into a configuration or a state. If this one was committed or shared, replace it. Give the "
                + $"public half of it. {HowToGetOne}";
        }

        try
        {
            using var key = Read(pem);
            return key.KeySize < SmallestKeyBits
                ? $"The key has {key.KeySize} bits; {SmallestKeyBits} is the least that is safe. To make one: openssl genrsa -out private.pem 4096."
                : null;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            return $"This is not an RSA public key in PEM. {HowToGetOne}";
        }
    }

    /// <summary>Whether two texts are the same key: line ends, blanks around it and its two forms (SPKI, PKCS #1) do not matter.</summary>
    public static bool IsSame(string left, string right) =>
        FindProblem(left) is null && FindProblem(right) is null && Export(left).AsSpan().SequenceEqual(Export(right));

    public static string Encrypt(string password, string pem)
    {
        using var key = Read(pem);
        return Convert.ToBase64String(key.Encrypt(Encoding.UTF8.GetBytes(password), RSAEncryptionPadding.Pkcs1));
    }

    private static bool IsPrivate(string pem) => pem.Contains("PRIVATE KEY", StringComparison.OrdinalIgnoreCase);

    private static byte[] Export(string pem)
    {
        using var key = Read(pem);
        return key.ExportRSAPublicKey();
    }

    private static RSA Read(string pem)
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}
