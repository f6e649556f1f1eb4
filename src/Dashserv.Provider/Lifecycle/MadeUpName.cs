using System.Security.Cryptography;

namespace Dashserv.Provider.Lifecycle;

/// <summary>A name for a product whose user gave none, and which no other product has.</summary>
internal static class MadeUpName
{
    public static string Create(string noun) => $"{noun.Replace(' ', '-')}-{RandomNumberGenerator.GetHexString(10, lowercase: true)}";
}
