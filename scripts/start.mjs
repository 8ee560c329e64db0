console.log('start', process.version, process.argv.slice(2));
