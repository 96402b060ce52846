using System.Globalization;
using System.Reflection;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests;

/// <summary>The exceptions as a program's own tests make them.</summary>
public class ExceptionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>All but those of one operation: they have their tests where requests are sent.</summary>
    public static TheoryData<Type> Family =>
    [
        .. typeof(OkSignException).Assembly.GetExportedTypes()
            .Where(static type => type.IsSubclassOf(typeof(OkSignException)))
            .Except([typeof(OkSignIncompleteRequestException), typeof(OkDokumentIncompleteRoundException)]),
    ];

    [Fact]
    public void Family_InTheAssembly_IsFound() => Assert.Equal(8, Family.Count);

    [Theory]
    [MemberData(nameof(Family))]
    public void PublicConstructor_OfEachException_KeepsItsFacts(Type type)
    {
        ConstructorInfo constructor = Assert.Single(type.GetConstructors());
        ParameterInfo[] parameters = constructor.GetParameters();
        object[] facts = [.. parameters.Select(FactFor)];

        var exception = (OkSignException)constructor.Invoke(facts);

        Assert.All(parameters.Zip(facts), fact => Assert.Equal(fact.Second, PropertyFor(fact.First, type).GetValue(exception)));
        Assert.Equal(1, exception.Attempts);
        Assert.Null(exception.StatusCode);
        Assert.Null(exception.ResponseBody);
        Assert.Null(exception.InnerException);
    }

    [Theory]
    [MemberData(nameof(Family))]
    public void PublicConstructor_OfEachException_SetsAllThatIsItsOwn(Type type)
        => Assert.Equal(
            type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Select(static property => property.Name).Order(),
            type.GetConstructors().Single().GetParameters().Skip(2)
                .Select(parameter => PropertyFor(parameter, type))
                .Where(property => property.DeclaringType == type)
                .Select(static property => property.Name)
                .Order());

    [Theory]
    [MemberData(nameof(Family))]
    public async Task Mock_ThatThrowsIt_IsCaughtAsSuch(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().Single();
        var exception = (OkSignException)constructor.Invoke([.. constructor.GetParameters().Select(FactFor)]);
        DocumentsClient documents = Substitute.For<DocumentsClient>();
        documents.UploadAsync(Arg.Any<OkSignFile>(), Arg.Any<CancellationToken>()).ThrowsAsync(exception);

        Assert.Same(exception, await Assert.ThrowsAnyAsync<OkSignException>(() => documents.UploadAsync(Sample.File(), Cancel)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TransportException_WhetherItMayHaveReachedTheService_IsKept(bool mayHave)
        => Assert.Equal(mayHave, new OkSignTransportException("Document.upload", "broken", mayHave).MayHaveReachedService);

    [Fact]
    public void RateLimitException_WithoutWait_HasNone() => Assert.Null(new OkSignRateLimitException("Documents.active", "slow down", retryAfter: null).RetryAfter);

    private static object FactFor(ParameterInfo parameter)
        => parameter.Name switch
        {
            "operation" => "Document.upload",
            "message" => "what happened",
            "retryAfter" => TimeSpan.FromMinutes(3),
            "mayHaveReachedService" => true,
            "reasons" => new[] { "one", "two" },
            _ => throw new NotSupportedException($"{parameter.Member} has an argument that this test does not know: {parameter.Name}."),
        };

    private static PropertyInfo PropertyFor(ParameterInfo parameter, Type type)
        => type.GetProperty(char.ToUpper(parameter.Name![0], CultureInfo.InvariantCulture) + parameter.Name[1..])!;
}
