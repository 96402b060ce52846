using System.Reflection;
using System.Text.RegularExpressions;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.Rules;

/// <summary>Who may know whom: the shared folders no resource, a resource no other one's internals, the client no emulator.</summary>
/// <remarks>Works on the source files: a type lives in the folder whose file has its name.</remarks>
public sealed partial class FolderRules
{
    private static readonly string[] Shared = ["Http", "Json", "Errors", "Input", "Pdf", "Telemetry", "Inbound", "Raw"];
    private static readonly string[] Composition = ["", "DependencyInjection"];
    private static readonly string OkDokument = nameof(OkDokument);

    private static readonly SourceFile[] Files = [.. FindSourceFiles()];

    [Fact]
    public void SourceFiles_OfTheClient_AreFound() => Assert.True(Files.Length > 80);

    [Fact]
    public void SharedFolder_EachOne_KnowsNoResource()
    {
        HashSet<string> ofResources = [.. Files.Where(IsOfResource).SelectMany(file => file.Declared)];

        Assert.All(Files.Where(file => Shared.Contains(file.Folder)), file => Assert.Empty(file.Mentioned.Intersect(ofResources)));
    }

    [Fact]
    public void Resource_EachOne_KnowsOnlyPublicTypesOfOthers()
    {
        foreach (SourceFile file in Files.Where(IsOfResource))
        {
            IEnumerable<string> othersInternals = Files
                .Where(other => IsOfResource(other) && other.Resource != file.Resource)
                .SelectMany(other => other.Declared)
                .Where(IsInternal);
            Assert.True(!file.Mentioned.Intersect(othersInternals).Any(), $"{file.Folder}/{file.Name} knows {string.Join(", ", file.Mentioned.Intersect(othersInternals))}");
        }
    }

    [Fact]
    public void Services_Both_KnowNothingOfEachOther()
    {
        SourceFile[] ofOkDokument = [.. Files.Where(IsOfOkDokument)];
        HashSet<string> membersOfOkDokument = [.. typeof(OkDokumentClient).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(OkDokumentClient).Namespace)
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .Select(member => member.Name)];
        SourceFile[] ofOkSign = [.. Files.Where(file => IsOfResource(file) && !IsOfOkDokument(file))];

        Assert.True(ofOkDokument.Length > 30);
        Assert.All(ofOkDokument, file => Assert.Empty(file.Mentioned.Except(membersOfOkDokument).Intersect(ofOkSign.SelectMany(other => other.Declared))));
        Assert.All(ofOkSign, file => Assert.Empty(file.Mentioned.Intersect(ofOkDokument.SelectMany(other => other.Declared))));
    }

    [Fact]
    public void Namespace_EachFile_IsThatOfItsService()
        => Assert.All(Files.Where(file => !Composition.Contains(file.Folder)), file => Assert.Equal(
            IsOfOkDokument(file) ? typeof(OkDokumentClient).Namespace : typeof(OkSignClient).Namespace,
            file.Namespace));

    [Fact]
    public void Client_Everywhere_KnowsNoEmulator()
        => Assert.DoesNotContain(typeof(OkSignClient).Assembly.GetReferencedAssemblies(), assembly => assembly.Name!.Contains("Emulator", StringComparison.Ordinal));

    [Fact]
    public void File_EachOne_DeclaresATypeOfItsName()
        => Assert.All(Files, file => Assert.Contains(file.Name, file.Declared));

    [Fact]
    public void File_EachOne_DeclaresOnePublicTypeAtMost()
        => Assert.All(Files, file => Assert.True(file.Declared.Count(type => !IsInternal(type)) <= 1, file.Name));

    private static bool IsOfOkDokument(SourceFile file) => file.Resource == OkDokument;

    private static bool IsOfResource(SourceFile file) => !Shared.Contains(file.Folder) && !Composition.Contains(file.Folder);

    private static bool IsInternal(string typeName)
        => !typeof(OkSignClient).Assembly.GetExportedTypes().Any(type => type.Name.Split('`')[0] == typeName);

    private static IEnumerable<SourceFile> FindSourceFiles()
    {
        string source = Repository.PathOf("src/OkSign.Client");
        foreach (string path in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(source, path);
            if (!relative.StartsWith("obj", StringComparison.Ordinal) && !relative.StartsWith("bin", StringComparison.Ordinal))
            {
                string code = CommentOrText().Replace(File.ReadAllText(path), "");
                yield return new SourceFile(
                    Path.GetDirectoryName(relative)!,
                    NamespaceOf().Match(code).Groups[1].Value,
                    Path.GetFileNameWithoutExtension(relative),
                    Declaration().Matches(code).Select(match => match.Groups[1].Value).ToHashSet(),
                    Word().Matches(code).Select(match => match.Value).ToHashSet());
            }
        }
    }

    [GeneratedRegex(@"//.*$|""[^""\n]*""", RegexOptions.Multiline)]
    private static partial Regex CommentOrText();

    [GeneratedRegex(@"^(?:public|internal)(?: (?:static|sealed|abstract|partial|readonly))* (?:class|interface|enum|record struct|record|struct|ref struct) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceOf();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Word();

    private sealed record SourceFile(string Folder, string Namespace, string Name, IReadOnlySet<string> Declared, IReadOnlySet<string> Mentioned)
    {
        public string Resource => Folder.Split('/', '\\')[0];
    }
}
