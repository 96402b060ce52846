using CsCheck;
using OkSign.Emulator;

namespace OkSign.Client.Tests.SignatureRequests;

/// <summary>Whatever request the builder accepts, the emulator accepts too, and reads back as it was described.</summary>
public sealed class AcceptedRequestProperties
{
    private static readonly string Contract = Repository.PathOf("samples/QuickStart/contract.pdf");

    private static readonly SigningMethod[] AllMethods = [SigningMethod.Eid, SigningMethod.Itsme, SigningMethod.Sms, SigningMethod.Pen, SigningMethod.SmartId];

    private static readonly Gen<Action<FieldPlace>> Places = Gen.OneOf(
        Gen.Select(Gen.Double[0, 300], Gen.Double[0, 700]).Select((x, y) => (Action<FieldPlace>)(at => at.Page(1).Position(x, y))),
        Gen.Select(Gen.Enum<PageCorner>(), Gen.Double[0, 100], Gen.Double[0, 100]).Select((corner, x, y) => (Action<FieldPlace>)(at => at.Page(1).Corner(corner, x, y))),
        Gen.Select(Gen.Double[0, 100], Gen.Double[1, 400], Gen.Double[1, 600]).Select((x, width, height) => (Action<FieldPlace>)(at => at.Page(2).Position(x, x).Size(width, height))));

    private static readonly Gen<Action<FieldBuilder>> Settings = Gen.Select(Gen.Bool, Gen.Bool, Texts()).Select((required, readOnly, value) => (Action<FieldBuilder>)(field =>
    {
        _ = required ? field.Required() : field;
        _ = readOnly ? field.ReadOnly() : field;
        field.Value(value);
    }));

    private static readonly Gen<Action<SignerBuilder, string>> Fields = Gen.OneOf(
        Gen.Select(Places, Settings).Select((at, settings) => (Action<SignerBuilder, string>)((signer, name) => signer.TextField(name, at, settings))),
        Gen.Select(Places, Settings).Select((at, settings) => (Action<SignerBuilder, string>)((signer, name) => signer.TextArea(name, at, settings))),
        Places.Select(at => (Action<SignerBuilder, string>)((signer, name) => signer.DateField(name, at, field => field.Required()))),
        Gen.Select(Places, Gen.Bool).Select((at, ticked) => (Action<SignerBuilder, string>)((signer, name) => signer.CheckBox(name, at, box => _ = ticked ? box.Checked() : box.Required()))),
        Gen.Select(Places, Gen.Int[1, 5]).Select((at, count) => (Action<SignerBuilder, string>)((signer, name) => signer.SelectField(name, Enumerable.Range(1, count).Select(number => $"choice {number}"), at))),
        Gen.Select(Places, Methods()).Select((at, methods) => (Action<SignerBuilder, string>)((signer, _) => signer.Signature(at, methods))),
        Gen.Select(Places, Gen.Bool).Select((at, optional) => (Action<SignerBuilder, string>)((signer, name) => signer.Signature(at, field => _ = optional ? field.Name(name).Optional() : field.Name(name)))));

    private static readonly Gen<Person> Persons = Gen.Select(Texts(), Gen.Bool, Gen.Bool, Gen.Int[1, 3], Fields.List[1, 4])
        .Select((name, hasMobile, hasCapacity, group, fields) => new Person(name, hasMobile, hasCapacity, group, fields));

    private static readonly Gen<Request> Requests = Gen.Select(Persons.List[1, 4], Gen.Int[0, 2], Gen.Bool, Gen.Bool, Gen.Bool, Texts())
        .Select((persons, order, mail, sms, reusable, text) => new Request(persons, order, mail, sms, reusable, text));

    [Fact]
    public async Task Request_ThatTheBuilderAccepts_IsAcceptedByTheEmulator()
    {
        await using OkSignEmulator emulator = await OkSignEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var client = OkSignClient.Create(OkSignCredentials.Parse(emulator.Authorization), options =>
        {
            options.BaseAddress = emulator.BaseAddress;
            options.UseRateLimiter("Document.upload", null);
        });

        await Requests.SampleAsync(request => CheckAsync(client, request), iter: 200, threads: 1);
    }

    private static async Task CheckAsync(OkSignClient client, Request request)
    {
        SignatureRequestBuilder builder = request.ApplyTo(client.NewSignatureRequest(OkSignFile.FromPath(Contract)));

        SignatureRequest sent = await builder.SendAsync();

        FormDescriptor described = await client.FormDescriptors.RetrieveAsync(sent.DocumentId);
        Assert.Equal(request.Persons.Select(person => person.Name), described.Signers.Select(signer => signer.Name));
        Assert.Equal(request.Persons.Sum(person => person.Fields.Count), described.Fields.Count);
        Assert.Equal(sent.Signers.Select(signer => signer.SigningUrl), described.Signers.Select(signer => signer.SigningUrl));
    }

    private static Gen<string> Texts() => Gen.String[Gen.Char["abcXYZ äßŁ 019-.'"], 1, 20].Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text.Trim());

    private static Gen<SigningMethod[]> Methods()
        => Gen.Int[0, AllMethods.Length - 1].Select(index => AllMethods[index]).Array[0, 4];

    internal sealed record Person(string Name, bool HasMobile, bool HasCapacity, int Group, IReadOnlyList<Action<SignerBuilder, string>> Fields);

    internal sealed record Request(IReadOnlyList<Person> Persons, int Order, bool Mail, bool Sms, bool Reusable, string Text)
    {
        public SignatureRequestBuilder ApplyTo(SignatureRequestBuilder builder)
        {
            for (int index = 0; index < Persons.Count; index++)
            {
                Person person = Persons[index];
                int number = index + 1;
                builder.Signer(person.Name, $"person{number}@example.com", signer => Describe(signer, person, number));
            }

            _ = Order == 1 ? builder.InOrder() : builder;
            _ = Reusable ? builder.Reusable() : builder;
            _ = Mail ? builder.NotifyByEmail(mail => mail.Subject(Text).Body(Text).RemindEvery(days: 1, times: 1)) : builder;
            _ = Sms && Mail && Persons.Any(person => person.HasMobile) ? builder.NotifyBySms(sms => sms.Text(Text)) : builder;
            return builder;
        }

        private void Describe(SignerBuilder signer, Person person, int number)
        {
            _ = person.HasMobile ? signer.Mobile($"+3247000000{number}") : signer;
            _ = person.HasCapacity ? signer.ActingAs(Text) : signer;
            _ = Order == 2 ? signer.Group(person.Group) : signer;
            for (int index = 0; index < person.Fields.Count; index++)
            {
                person.Fields[index](signer, $"FIELD_{number}_{index}");
            }
        }
    }
}
